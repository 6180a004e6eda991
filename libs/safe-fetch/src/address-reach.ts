import { BlockList, isIP } from 'node:net';

/** How far an address reaches; `none` is what nobody may be sent to, whoever asks. */
export type AddressReach = 'public' | 'private' | 'loopback' | 'none';

/** IANA IPv4 Special-Purpose Address Registry and RFC 5771 (multicast); each entry says who lives there. */
const SPECIAL_V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8], // "this network", reaches loopback on Linux
  ['100.64.0.0', 10], // carrier-grade NAT; Alibaba's metadata service is 100.100.100.200
  ['168.63.129.16', 32], // Azure's wire server: metadata behind an ordinary-looking address
  ['169.254.0.0', 16], // link-local; metadata services of most clouds
  ['192.0.0.0', 24], // IETF protocol assignments; Oracle's metadata service is 192.0.0.192
  ['192.0.2.0', 24], // documentation
  ['192.31.196.0', 24], // AS112
  ['192.52.193.0', 24], // AMT
  ['192.88.99.0', 24], // 6to4 relay
  ['192.175.48.0', 24], // AS112
  ['198.18.0.0', 15], // benchmarking
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, broadcast
];
/** Inside 2000::/3, what is not plain unicast: forms that carry an IPv4 address or belong to nobody. */
const SPECIAL_V6: readonly (readonly [string, number])[] = [
  ['2001::', 23], // IETF protocol assignments: Teredo, ORCHID, benchmarking
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4: carries any IPv4 address
  ['2620:4f:8000::', 48], // AS112
  ['3fff::', 20], // documentation
];

const list = (family: 'ipv4' | 'ipv6', subnets: readonly (readonly [string, number])[]) => {
  const blocks = new BlockList();
  for (const [network, prefix] of subnets) blocks.addSubnet(network, prefix, family);
  return blocks;
};
const loopbackV4 = list('ipv4', [['127.0.0.0', 8]]);
const privateV4 = list('ipv4', [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
]);
const specialV4 = list('ipv4', SPECIAL_V4);
const loopbackV6 = list('ipv6', [['::1', 128]]);
const privateV6 = list('ipv6', [['fc00::', 7]]);
/** Metadata services inside the private range: AWS, Google. */
const metadataV6 = list('ipv6', [
  ['fd00:ec2::254', 128],
  ['fd20:ce::254', 128],
]);
const unicastV6 = list('ipv6', [['2000::', 3]]);
const specialV6 = list('ipv6', SPECIAL_V6);

/**
 * Classifies one IP address as text. IPv6 is default-deny: only 2000::/3 minus its special blocks is public, so
 * IPv4-mapped (`::ffff:0:0/96`), IPv4-compatible, NAT64 (`64:ff9b::/96`), link-local and multicast are all `none`,
 * whatever IPv4 address they carry. Text that is no address, or has a zone id, is `none`.
 */
export function addressReach(address: string): AddressReach {
  if (address.includes('%')) return 'none';
  switch (isIP(address)) {
    case 4:
      if (loopbackV4.check(address)) return 'loopback';
      if (privateV4.check(address)) return 'private';
      return specialV4.check(address) ? 'none' : 'public';
    case 6:
      if (loopbackV6.check(address, 'ipv6')) return 'loopback';
      if (privateV6.check(address, 'ipv6')) return metadataV6.check(address, 'ipv6') ? 'none' : 'private';
      return unicastV6.check(address, 'ipv6') && !specialV6.check(address, 'ipv6') ? 'public' : 'none';
    default:
      return 'none';
  }
}
