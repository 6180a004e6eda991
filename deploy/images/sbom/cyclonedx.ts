import type { Component } from './component.ts';

/** The image that a bill of materials is of. */
export interface Subject {
  name: string;
  version: string;
  /** `sha256:…` of the manifest, where there is one already. */
  digest?: string;
}

/**
 * Bill of materials of one image, CycloneDX 1.6 JSON. Without serial number and time, so that the same image has the same bill;
 * the image's digest says which one it is of.
 */
export function billOfMaterials({ name, version, digest }: Subject, components: Component[]): string {
  const distinct = new Map(components.map((component) => [component.purl, component]));
  const hashes = digest ? { hashes: [{ alg: 'SHA-256', content: digest.replace('sha256:', '') }] } : {};
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'container', 'bom-ref': `image/${name}`, name, version, ...hashes } },
    components: [...distinct.values()]
      .sort((a, b) => (a.purl < b.purl ? -1 : 1))
      .map(({ licences, ...component }) => ({
        ...component,
        'bom-ref': component.purl,
        // names and not ids: Debian's copyright files have names that SPDX does not know
        ...(licences.length > 0 ? { licenses: licences.map((licence) => ({ license: { name: licence } })) } : {}),
      })),
  };
  return `${JSON.stringify(bill, undefined, 2)}\n`;
}
