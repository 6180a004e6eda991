import { type DocumentNode, type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

/**
 * Splits off what a document selects beyond a schema: the pinned SDK is a few weeks newer than the reference schema.
 *
 * @returns the document without those selections, and their names as `Type.field`
 */
export function withoutNewerFields(
  reference: GraphQLSchema,
  document: DocumentNode,
): { document: DocumentNode; newer: string[] } {
  const info = new TypeInfo(reference);
  const newer: string[] = [];
  const pruned = visit(
    document,
    visitWithTypeInfo(info, {
      Field(node) {
        if (info.getFieldDef() || !info.getParentType()) return undefined;
        newer.push(`${info.getParentType()?.name}.${node.name.value}`);
        return null;
      },
    }),
  );
  return { document: pruned, newer };
}
