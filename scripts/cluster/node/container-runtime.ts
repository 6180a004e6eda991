import { ANNOUNCEMENTS, CONTAINERD_SOCKET, inHome, NODE_POD_RANGE, POD_BRIDGE } from '../layout.ts';

/** The image that holds a pod's namespaces open; see `tools/kubernetes/probe`. */
export const PAUSE_IMAGE = 'sallyport.test/pause:1';

/** Where every registry is said to be: a port of the node's loopback that nobody listens on. A pull fails at once. */
export const NO_REGISTRY = 'server = "http://127.0.0.1:1"\n';

/** containerd's configuration, version 2 (containerd 1.6 and 1.7). */
export function containerdConfig(): string {
  const cri = 'plugins."io.containerd.grpc.v1.cri"';
  return `version = 2
root = "${inHome('containerd')}"
state = "/run/containerd"
disabled_plugins = [
  "io.containerd.snapshotter.v1.aufs",
  "io.containerd.snapshotter.v1.btrfs",
  "io.containerd.snapshotter.v1.devmapper",
  "io.containerd.snapshotter.v1.zfs",
]

[grpc]
address = "${CONTAINERD_SOCKET}"

[plugins."io.containerd.internal.v1.opt"]
path = "${inHome('opt')}"

[${cri}]
sandbox_image = "${PAUSE_IMAGE}"
stream_server_address = "127.0.0.1"
# Root without CAP_SYS_RESOURCE may not lower oom_score_adj; runc would fail on every sandbox.
restrict_oom_score_adj = true
tolerate_missing_hugetlb_controller = true
# A profile would be loaded into the machine's kernel and stay there.
disable_apparmor = true

[${cri}.cni]
bin_dir = "${inHome('cni')}"
conf_dir = "${inHome('etc', 'cni')}"

[${cri}.registry]
config_path = "${inHome('etc', 'registries')}"

[${cri}.containerd]
snapshotter = "overlayfs"
default_runtime_name = "runc"

[${cri}.containerd.runtimes.runc]
runtime_type = "io.containerd.runc.v2"
`;
}

/** Debian's CNI plugins that the configuration needs. */
export const CNI_PLUGINS = ['bridge', 'host-local', 'loopback'] as const;
export const DEBIAN_CNI = '/usr/lib/cni';

/** One bridge for all pods, with the node as their way out. No masquerade: whoever is reached sees the pod's own address. */
export function cniConfig(): object {
  return {
    cniVersion: '1.0.0',
    name: 'sallyport',
    plugins: [
      {
        type: 'bridge',
        bridge: POD_BRIDGE,
        isGateway: true,
        ipMasq: false,
        // A pod may reach itself through its service.
        hairpinMode: true,
        ipam: {
          type: 'host-local',
          dataDir: '/run/cni-addresses',
          ranges: [[{ subnet: NODE_POD_RANGE }]],
          routes: [{ dst: '0.0.0.0/0' }],
        },
      },
      // Last: the pod starts when the rules for its address stand.
      { type: 'announce', socket: ANNOUNCEMENTS },
    ],
  };
}
