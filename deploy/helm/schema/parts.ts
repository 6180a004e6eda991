/** The words the values schema is written in; JSON Schema draft 7, the newest that Helm 3 and 4 both read. */
export type Schema = Readonly<Record<string, unknown>>;

/** An object with exactly these keys. values.yaml has a default for each, so a missing one was deleted on purpose: refused. */
export const closed = (properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties).filter((key) => !optional.includes(key)),
  properties,
});

/** A map from names of that pattern. */
export const mapOf = (names: string, value: Schema): Schema => ({
  type: 'object',
  additionalProperties: false,
  patternProperties: { [names]: value },
});

export const listOf = (items: Schema): Schema => ({ type: 'array', items });
export const oneOf = (...values: readonly string[]): Schema => ({ type: 'string', enum: values });
export const text = (pattern: string, maxLength = 253): Schema => ({ type: 'string', pattern, maxLength });
export const count = (minimum: number, maximum: number): Schema => ({ type: 'integer', minimum, maximum });
export const flag: Schema = { type: 'boolean' };

/** Or nothing said: the empty text. */
export const orEmpty = ({ pattern, ...rest }: Schema): Schema => ({ ...rest, pattern: `^$|${pattern}` });

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
/** RFC 1123 subdomain: names of Kubernetes objects. */
export const objectName = text(`^${LABEL}(\\.${LABEL})*$`);
export const optionalName = orEmpty(objectName);
/** A host by its full name: no wildcard, no leading dot, no IP literal (its last label has a letter). */
export const hostName = text(`^(${LABEL}\\.)+[a-z]([-a-z0-9]*[a-z0-9])?$`);
/** Of an https URL without user and query. */
export const httpsUrl = orEmpty(text(`^https://${LABEL}(\\.${LABEL})*(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?$`, 2_048));
/** Scheme and host alone: paths are the chart's. */
export const httpsOrigin = orEmpty(text(`^https://${LABEL}(\\.${LABEL})*(:[0-9]{1,5})?$`));
export const anyUrl = orEmpty(text(`^https?://${LABEL}(\\.${LABEL})*(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?$`, 2_048));
/** Memory and disk with a unit: `0` or nothing would be no bound at all. */
export const bytes = text('^[1-9][0-9]*(Ki|Mi|Gi|Ti)$', 20);
export const cpu = text('^([1-9][0-9]*m|[1-9][0-9]*(\\.[0-9]+)?)$', 20);
export const duration = text('^[1-9][0-9]*(s|m|h)$', 20);
/** Labels, annotations, node selectors. */
export const words: Schema = { type: 'object', additionalProperties: { type: 'string' } };

/** Requests and limits, each with its ephemeral storage: a pod without a bound can fill its node. */
export const resources = closed({
  requests: closed({ cpu, memory: bytes, 'ephemeral-storage': bytes }),
  limits: closed({ cpu, memory: bytes, 'ephemeral-storage': bytes }),
});
