import type { Component } from './component.ts';

/** The image that a bill of materials is of. */
export interface Subject {
  name: string;
  version: string;
  /** `sha256:…` of the manifest. */
  digest: string;
}

/**
 * Bill of materials of one image, CycloneDX 1.6 JSON. Without serial number and time, so that the same image has the same bill;
 * the image's digest says which one it is of.
 */
export function billOfMaterials(subject: Subject, components: Component[]): string {
  const distinct = new Map(components.map((component) => [component.purl, component]));
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'container',
        'bom-ref': subject.digest,
        name: subject.name,
        version: subject.version,
        hashes: [{ alg: 'SHA-256', content: subject.digest.replace('sha256:', '') }],
      },
    },
    components: [...distinct.values()]
      .sort((a, b) => (a.purl < b.purl ? -1 : 1))
      .map(({ licences, ...component }) => ({
        ...component,
        'bom-ref': component.purl,
        ...(licences.length > 0 ? { licenses: licences.map(licence) } : {}),
      })),
  };
  return `${JSON.stringify(bill, undefined, 2)}\n`;
}

/** Names from Debian's copyright files are not all SPDX ids; a name is never wrong. */
const licence = (name: string) => ({ license: { name } });
