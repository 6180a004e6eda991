import { chmodSync, mkdirSync } from 'node:fs';
import { inHome, NODE_NAME } from '../layout.ts';

/** Enough for many installs: a volume that was used once is not given out again. */
const VOLUMES = 40;
const CAPACITY = '10Gi';
const CLASS = 'standard';

/** Folders of the node's disk, gone with the cluster. */
export function makeVolumes(): void {
  for (const path of paths()) {
    mkdirSync(path, { recursive: true });
    // Pods run as users of their own, whatever the umask.
    chmodSync(path, 0o777);
  }
}

/** The default storage class, served from volumes that exist already. */
export function storageManifests(): object[] {
  const values = [NODE_NAME];
  const storageClass = {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: CLASS, annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
    provisioner: 'kubernetes.io/no-provisioner',
    volumeBindingMode: 'WaitForFirstConsumer',
  };
  const volumes = paths().map((path, number) => ({
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: `volume-${number}` },
    spec: {
      capacity: { storage: CAPACITY },
      accessModes: ['ReadWriteOnce'],
      persistentVolumeReclaimPolicy: 'Retain',
      storageClassName: CLASS,
      local: { path },
      nodeAffinity: {
        required: {
          nodeSelectorTerms: [{ matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In', values }] }],
        },
      },
    },
  }));
  return [storageClass, ...volumes];
}

function paths(): string[] {
  return Array.from({ length: VOLUMES }, (_, number) => inHome('volumes', String(number)));
}
