import { type Part, pickFor } from '../part.ts';
import { HEX, type Random } from '../random.ts';

/** A public IPv4 or IPv6 address; never a private, loopback or well-known one. */
export function publicIp(random: Random, part: Part): string {
  const kind = pickFor(part, random, ['v4', 'v4 again', 'documentation', 'v6', 'v6 short', 'v6 upper']);
  if (kind === 'documentation') return `${random.pick(['203.0.113', '198.51.100', '192.0.2'])}.${random.int(2, 254)}`;
  if (kind.startsWith('v4'))
    return `${random.pick([31, 46, 62, 77, 81, 85, 89, 93, 109, 145, 178, 188, 201, 213])}.${random.int(1, 254)}.${random.int(1, 254)}.${random.int(2, 254)}`;
  const group = () => random.string(4, HEX).replace(/^0+(?=.)/, '');
  const v6 =
    kind === 'v6 short' ? `2001:db8:${group()}::${group()}` : `2a02:${[1, 2, 3, 4, 5, 6, 7].map(group).join(':')}`;
  return kind === 'v6 upper' ? v6.toUpperCase() : v6;
}

export const privateIp = (random: Random) =>
  random.pick([
    `192.168.${random.int(0, 9)}.${random.int(2, 254)}`,
    `10.${random.int(0, 99)}.${random.int(0, 254)}.${random.int(2, 254)}`,
    `172.${random.int(16, 31)}.${random.int(0, 254)}.${random.int(2, 254)}`,
  ]);

export function mac(random: Random, part: Part): string {
  const bytes = ['02', ...Array.from({ length: 5 }, () => random.string(2, HEX))];
  const style = pickFor(part, random, [':', '-', 'UPPER:', 'UPPER-', 'cisco']);
  if (style === 'cisco') return (bytes.join('').match(/.{4}/g) ?? []).join('.');
  const text = bytes.join(style.slice(-1));
  return style.startsWith('UPPER') ? text.toUpperCase() : text;
}

/** A place on the map, precise enough to find a house. */
export function geo(random: Random, part: Part): string {
  const [lat, lon] = [random.int(-55, 64), random.int(-120, 150)];
  const tail = (digits: number) => random.pattern('%'.repeat(1) + '#'.repeat(digits - 1));
  const style = pickFor(part, random, ['pair', 'close', 'degrees', 'letters', 'url', 'labels', 'microdegrees']);
  if (style === 'close') return `${lat}.${tail(5)},${lon}.${tail(5)}`;
  if (style === 'labels') return `lat ${lat}.${tail(5)}, lon ${lon}.${tail(5)}`;
  if (style === 'url') return `@${lat}.${tail(6)},${lon}.${tail(6)}`;
  if (style === 'microdegrees') return `${lat}.${tail(7)}, ${lon}.${tail(7)}`;
  const [ns, ew] = [lat < 0 ? 'S' : 'N', lon < 0 ? 'W' : 'E'];
  if (style === 'letters') return `${Math.abs(lat)}.${tail(4)}° ${ns}, ${Math.abs(lon)}.${tail(4)}° ${ew}`;
  const dms = (degrees: number, side: string) =>
    `${Math.abs(degrees)}°${random.int(10, 59)}'${random.int(10, 59)}.${random.int(0, 9)}"${side}`;
  return style === 'degrees' ? `${dms(lat, ns)} ${dms(lon, ew)}` : `${lat}.${tail(5)}, ${lon}.${tail(5)}`;
}
