import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressReach } from './address-reach.ts';

describe('[C-IN-4] which addresses are public', () => {
  const refused: [string, string][] = [
    ['this network', '0.0.0.0'],
    ['link-local, the metadata service of most clouds', '169.254.169.254'],
    ['carrier-grade NAT', '100.64.0.1'],
    ['the metadata service of Alibaba', '100.100.100.200'],
    ['the metadata service of Oracle', '192.0.0.192'],
    ['the wire server of Azure', '168.63.129.16'],
    ['benchmarking', '198.18.0.1'],
    ['documentation', '203.0.113.7'],
    ['multicast', '224.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['reserved', '240.0.0.1'],
    ['the unspecified IPv6 address', '::'],
    ['IPv4-mapped loopback', '::ffff:127.0.0.1'],
    ['IPv4-mapped loopback in hexadecimal', '::ffff:7f00:1'],
    ['IPv4-mapped public', '::ffff:93.184.215.14'],
    ['IPv4-compatible loopback', '::127.0.0.1'],
    ['IPv4-translated', '::ffff:0:169.254.169.254'],
    ['NAT64 of the metadata service', '64:ff9b::169.254.169.254'],
    ['local-use NAT64', '64:ff9b:1::a9fe:a9fe'],
    ['6to4 of 10.0.0.1', '2002:a00:1::1'],
    ['Teredo', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
    ['link-local IPv6', 'fe80::1'],
    ['link-local IPv6 with a zone', 'fe80::1%eth0'],
    ['public IPv6 with a zone', '2606:4700::1111%1'],
    ['deprecated site-local', 'fec0::1'],
    ['IPv6 multicast', 'ff02::1'],
    ['IPv6 documentation', '2001:db8::1'],
    ['newer IPv6 documentation', '3fff::1'],
    ['the metadata service of AWS over IPv6', 'fd00:ec2::254'],
    ['the metadata service of Google over IPv6', 'fd20:ce::254'],
    ['segment routing', '5f00::1'],
    ['a decimal number', '2130706433'],
    ['octal octets', '0177.0.0.1'],
    ['a short form', '127.1'],
    ['hexadecimal', '0x7f000001'],
    ['a host name', 'localhost'],
    ['nothing', ''],
  ];
  it.each(refused)('is not %s', (_, address) => {
    expect(addressReach(address)).toBe('none');
  });

  it('knows private and loopback addresses from public ones', () => {
    expect(['10.1.2.3', '172.31.255.255', '192.168.0.1', 'fc00::1', 'fd12:3456::1'].map(addressReach)).toEqual(
      Array(5).fill('private'),
    );
    expect(['127.0.0.1', '127.255.255.254', '::1'].map(addressReach)).toEqual(Array(3).fill('loopback'));
    expect(['93.184.215.14', '172.32.0.1', '2606:4700::1111', '100.63.255.255'].map(addressReach)).toEqual(
      Array(4).fill('public'),
    );
  });

  it('never calls an IPv6 address public because of the IPv4 address inside it', () => {
    const carriers = ['::ffff:', '::', '64:ff9b::', '::ffff:0:'];
    fc.assert(
      fc.property(fc.ipV4(), fc.constantFrom(...carriers), (inner, carrier) => {
        expect(addressReach(`${carrier}${inner}`)).not.toBe('public');
      }),
    );
  });
});
