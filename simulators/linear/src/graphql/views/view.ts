/** An object of the schema: every field of its type, as a value or as a function of the field's arguments. */
export type View = Readonly<Record<string, unknown>>;
