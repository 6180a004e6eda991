import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pack } from 'tar-stream';
import type { Layer } from './layer.ts';

/** How a container of an image starts (OCI image specification, config.md). */
export interface Runtime {
  entrypoint: string[];
  /** Arguments unless a pod gives others. */
  args: string[];
  env: Record<string, string>;
  workingDir: string;
  ports: number[];
  user: string;
  stopSignal?: string;
  labels: Record<string, string>;
}

export interface ArchiveOptions {
  /** Full name with tag: `registry/repository/name:tag`. */
  reference: string;
  runtime: Runtime;
  /** Bottom first. */
  layers: Layer[];
  file: string;
}

/** Reproducible builds have no clock. */
const CREATED = '1970-01-01T00:00:00Z';
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';

/**
 * Writes one image as a tar that is an OCI image layout and, beside it, what `docker load` reads: containerd, podman, skopeo and
 * docker all take it. Linux on amd64.
 * @returns digest of the manifest, `sha256:…`: what a pod pins
 */
export async function writeArchive({ reference, runtime, layers, file }: ArchiveOptions): Promise<string> {
  const config = blob(imageConfig(runtime, layers));
  const manifest = blob({
    schemaVersion: 2,
    mediaType: MANIFEST,
    config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: config.digest, size: config.bytes.length },
    layers: layers.map(({ digest, size }) => ({
      mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip',
      digest,
      size,
    })),
    annotations: runtime.labels,
  });
  const tag = reference.slice(reference.lastIndexOf(':') + 1);
  const index = {
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.index.v1+json',
    manifests: [
      {
        mediaType: MANIFEST,
        digest: manifest.digest,
        size: manifest.bytes.length,
        platform: { architecture: 'amd64', os: 'linux' },
        annotations: { 'io.containerd.image.name': reference, 'org.opencontainers.image.ref.name': tag },
      },
    ],
  };
  const docker = [
    { Config: pathOf(config.digest), RepoTags: [reference], Layers: layers.map(({ digest }) => pathOf(digest)) },
  ];
  const small = new Map([
    ['oci-layout', Buffer.from(JSON.stringify({ imageLayoutVersion: '1.0.0' }))],
    ['index.json', Buffer.from(JSON.stringify(index))],
    ['manifest.json', Buffer.from(JSON.stringify(docker))],
    [pathOf(config.digest), config.bytes],
    [pathOf(manifest.digest), manifest.bytes],
  ]);
  await mkdir(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  const tar = pack();
  const written = pipeline(tar, createWriteStream(unfinished));
  const filled = (async () => {
    const header = (name: string) => ({ name, mode: 0o644, uid: 0, gid: 0, mtime: new Date(0) });
    for (const [name, bytes] of small) tar.entry(header(name), bytes);
    const distinct = new Map(layers.map((layer) => [layer.digest, layer]));
    for (const layer of distinct.values()) {
      const sink = tar.entry({ ...header(pathOf(layer.digest)), size: layer.size });
      await pipeline(createReadStream(layer.file, { highWaterMark: 1 << 20 }), sink as never);
    }
    tar.finalize();
  })();
  await Promise.all([filled, written]);
  await rename(unfinished, file);
  return manifest.digest;
}

function imageConfig({ entrypoint, args, env, workingDir, ports, user, stopSignal, labels }: Runtime, layers: Layer[]) {
  return {
    created: CREATED,
    architecture: 'amd64',
    os: 'linux',
    config: {
      User: user,
      ExposedPorts: Object.fromEntries(ports.map((port) => [`${port}/tcp`, {}])),
      Env: Object.entries(env).map(([name, value]) => `${name}=${value}`),
      Entrypoint: entrypoint,
      ...(args.length > 0 ? { Cmd: args } : {}),
      WorkingDir: workingDir,
      ...(stopSignal ? { StopSignal: stopSignal } : {}),
      Labels: labels,
    },
    rootfs: { type: 'layers', diff_ids: layers.map(({ diffId }) => diffId) },
    history: layers.map(() => ({ created: CREATED, created_by: 'deploy/images' })),
  };
}

function blob(value: object): { bytes: Buffer; digest: string } {
  const bytes = Buffer.from(JSON.stringify(value));
  return { bytes, digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}` };
}

const pathOf = (digest: string) => `blobs/sha256/${digest.slice('sha256:'.length)}`;
