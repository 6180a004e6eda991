import {
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isObjectType,
  Kind,
  print,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** Input object type → the fields a client may set. Everything else is unknown to the subset, hence an error. */
export type InputFields = Readonly<Record<string, readonly string[]>>;

/** Object type → field → arguments, as some operation document selects them. */
type Used = Map<string, Map<string, Set<string>>>;

/**
 * Cuts a schema down to what a set of operation documents selects.
 *
 * Object types keep the fields the documents select, with the arguments they pass; input types keep the fields listed in
 * `inputs`; enums and scalars stay whole. Descriptions, interfaces and directives other than `@deprecated` are dropped.
 *
 * @param reference the whole schema, as built
 * @param definitions the same schema's syntax tree
 * @throws Error when a document reaches an input type without an entry in `inputs`
 */
export function cutSchema(
  reference: GraphQLSchema,
  definitions: DocumentNode,
  documents: readonly DocumentNode[],
  inputs: InputFields,
): string {
  const used: Used = new Map();
  const leaves = new Set<string>();
  for (const document of documents) collectSelections(reference, document, used, leaves);
  for (const name of [...leaves]) closeInputs(reference, name, inputs, leaves);
  const kept = definitions.definitions
    .map((node) => cutDefinition(node, used, leaves, inputs))
    .filter((node) => !!node);
  return `${kept.map(print).join('\n\n')}\n`;
}

function collectSelections(reference: GraphQLSchema, document: DocumentNode, used: Used, leaves: Set<string>): void {
  const info = new TypeInfo(reference);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field(node) {
        const parent = info.getParentType();
        const field = info.getFieldDef();
        if (!parent || !field) throw new Error(`The reference schema has no field ${parent?.name}.${node.name.value}`);
        if (node.name.value === '__typename') return;
        if (!isObjectType(parent)) throw new Error(`Select ${node.name.value} on a concrete type, not ${parent.name}`);
        const args = entry(
          entry(used, parent.name, () => new Map()),
          node.name.value,
          () => new Set(),
        );
        for (const argument of node.arguments ?? []) {
          args.add(argument.name.value);
          const definition = field.args.find(({ name }) => name === argument.name.value);
          if (definition) leaves.add(getNamedType(definition.type).name);
        }
        const result = getNamedType(field.type);
        if (!isObjectType(result)) leaves.add(result.name);
      },
      VariableDefinition(node) {
        const type = typeFromAST(reference, node.type);
        if (type) leaves.add(getNamedType(type).name);
      },
    }),
  );
}

/** Adds every type an input object's kept fields mention. */
function closeInputs(reference: GraphQLSchema, name: string, inputs: InputFields, leaves: Set<string>): void {
  const type = reference.getType(name);
  if (!isInputObjectType(type)) return;
  const fields = inputs[name];
  if (!fields) throw new Error(`Say which fields of input ${name} the simulator understands`);
  for (const field of fields) {
    const definition = type.getFields()[field];
    if (!definition) throw new Error(`The reference schema has no input field ${name}.${field}`);
    const next = getNamedType(definition.type).name;
    if (leaves.has(next)) continue;
    leaves.add(next);
    closeInputs(reference, next, inputs, leaves);
  }
}

function cutDefinition(node: DefinitionNode, used: Used, leaves: Set<string>, inputs: InputFields) {
  switch (node.kind) {
    case Kind.OBJECT_TYPE_DEFINITION: {
      const fields = used.get(node.name.value);
      if (!fields) return undefined;
      const kept = (node.fields ?? []).filter(({ name }) => fields.has(name.value));
      return bare({ ...node, interfaces: [], fields: kept.map((f) => cutField(f, fields.get(f.name.value))) });
    }
    case Kind.INPUT_OBJECT_TYPE_DEFINITION: {
      if (!leaves.has(node.name.value)) return undefined;
      const names = inputs[node.name.value] ?? [];
      return bare({ ...node, fields: node.fields?.filter(({ name }) => names.includes(name.value)).map(bare) });
    }
    case Kind.UNION_TYPE_DEFINITION:
      if (!leaves.has(node.name.value)) return undefined;
      return bare({ ...node, types: node.types?.filter(({ name }) => used.has(name.value)) });
    case Kind.ENUM_TYPE_DEFINITION:
      if (!leaves.has(node.name.value)) return undefined;
      return bare({ ...node, values: node.values?.map(bare) });
    case Kind.SCALAR_TYPE_DEFINITION:
      return leaves.has(node.name.value) ? bare(node) : undefined;
    default:
      return undefined;
  }
}

function cutField(node: FieldDefinitionNode, args: ReadonlySet<string> | undefined): FieldDefinitionNode {
  return bare({ ...node, arguments: node.arguments?.filter(({ name }) => args?.has(name.value)).map(bare) });
}

/** The node without its description and without directives whose definitions the subset does not carry. */
function bare<T extends { description?: unknown; directives?: readonly { name: { value: string } }[] }>(node: T): T {
  const directives = node.directives?.filter(({ name }) => name.value === 'deprecated');
  return { ...node, description: undefined, directives };
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}
