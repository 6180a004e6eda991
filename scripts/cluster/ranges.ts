/** IPv4 ranges in CIDR notation (RFC 4632); a bare address is a /32. */
function bounds(range: string): [first: number, last: number] {
  const [address = '', length = '32'] = range.split('/');
  const base = address.split('.').reduce((value, octet) => value * 256 + Number(octet), 0);
  const size = 2 ** (32 - Number(length));
  const first = Math.floor(base / size) * size;
  return [first, first + size - 1];
}

export function overlaps(one: string, other: string): boolean {
  const [first, last] = bounds(one);
  const [otherFirst, otherLast] = bounds(other);
  return first <= otherLast && otherFirst <= last;
}
