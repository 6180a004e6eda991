import { licencesOf, type Unpacked } from '../debian/packages.ts';
import type { Component } from './component.ts';

/** Debian packages that gave files to an image. */
export async function debComponents(packages: Unpacked[]): Promise<Component[]> {
  const all = await Promise.all(
    packages.map(async (unpacked): Promise<Component> => {
      const { name, version, architecture } = unpacked;
      const purl = `pkg:deb/debian/${name}@${encodeURIComponent(version)}?arch=${architecture}&distro=debian-12`;
      return { type: 'library', name, version, purl, licences: await licencesOf(unpacked) };
    }),
  );
  return all;
}
