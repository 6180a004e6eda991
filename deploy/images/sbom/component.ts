/** One thing that an image is made of. */
export interface Component {
  type: 'application' | 'library';
  name: string;
  version: string;
  /** Package URL (purl-spec): what vulnerability databases know it by. */
  purl: string;
  /** SPDX expressions or names, as the component's own metadata has them; empty where it has none. */
  licences: string[];
}
