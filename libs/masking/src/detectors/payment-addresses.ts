import type { Detector } from '../scan.ts';
import { eachMatch } from '../text/matches.ts';

/** Where money is sent to in India (UPI's virtual payment address): `asha.k@okaxis`, a mailbox without a domain. */
const ADDRESS =
  /(?<![\p{L}\p{N}._@/+-])[A-Za-z0-9][A-Za-z0-9._-]{1,63}@([A-Za-z][A-Za-z0-9]{1,19})(?![\p{L}\p{N}@-]|\.[\p{L}\p{N}])/gu;

/** Banks and apps behind the sign. */
const HANDLES = new Set(
  'okaxis okhdfcbank okicici oksbi ybl ibl axl paytm ptaxis pthdfc ptsbi ptyes upi apl yapl rapl axisb axisbank hdfcbank icici sbi kotak kotak811 ikwik freecharge jupiteraxis idfcbank fbl fam naviaxis waaxis wahdfcbank waicici wasbi timecosmos tapicici slice yescred barodampay cnrb pnb unionbank federal indus kbl rbl airtel postbank sliceaxis superyes pingpay abfspay'.split(
    ' ',
  ),
);

const NAMED =
  /(?:upi|vpa|gpay|g-pay|google pay|phonepe|phone pe|paytm|bhim|यूपीआई|यूपीआय|युपीआय|ইউপিআই|યુપીઆઈ|ਯੂਪੀਆਈ|ୟୁପିଆଇ|யுபிஐ|యూపీఐ|యుపిఐ|ಯುಪಿಐ|യുപിഐ)(?![a-z])[^\n@]{0,32}$/u;
const REACH = 48;

/** Such addresses, by whom they are held with or by the word before. */
export const paymentAddresses: Detector = ({ text, folded }, findings) => {
  eachMatch(ADDRESS, text, ({ index, 0: address, 1: handle }) => {
    const isHeld = HANDLES.has((handle as string).toLowerCase());
    if (!isHeld && !NAMED.test(folded.slice(Math.max(0, index - REACH), index))) return;
    findings.push({ start: index, end: index + address.length, type: 'BANK_ACCOUNT' });
  });
};
