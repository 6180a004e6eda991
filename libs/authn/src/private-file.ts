import { stat } from 'node:fs/promises';

/**
 * A file with a secret may be read by its owner alone. What root owns may be readable by our group besides: so a mounted
 * Kubernetes Secret looks to a process that is not root (`fsGroup`, mode 0440).
 * @throws Error naming the file
 */
export async function assertPrivate(file: string): Promise<void> {
  const { mode, uid } = await stat(file);
  const mounted = uid === 0 && process.getuid?.() !== 0;
  if ((mode & (mounted ? 0o037 : 0o077)) !== 0) throw new Error(`key file ${file} is readable by others; chmod 600 it`);
}
