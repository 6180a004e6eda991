import type { DebianPackages } from '../debian/packages.ts';
import type { Runtime } from '../oci/archive.ts';
import type { Tree } from '../oci/tree.ts';
import type { Component } from '../sbom/component.ts';

/** What recipes are made with. */
export interface Workshop {
  /** The repository. */
  root: string;
  /** Kept between builds, outside of the repository. */
  cacheDir: string;
  debian: DebianPackages;
  /** Tells the person who waits. */
  say(line: string): void;
}

/** An image before it is packed. */
export interface Ingredients {
  /** Layers, bottom first. */
  trees: Tree[];
  runtime: Pick<Runtime, 'entrypoint' | 'args' | 'ports'> & Partial<Runtime>;
  components: Component[];
}

export interface Recipe {
  name: string;
  /** One sentence for `docker inspect`. */
  description: string;
  make(workshop: Workshop): Promise<Ingredients>;
}
