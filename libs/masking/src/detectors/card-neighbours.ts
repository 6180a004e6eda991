import type { Detector, Finding } from '../scan.ts';

const MONTH_YEAR =
  /(?<![0-9./-])(?:(?:0?[1-9]|1[0-2])\s?[/.-]\s?(?:20)?(?:2[2-9]|3[0-9])|20(?:2[2-9]|3[0-9])[/.-](?:0?[1-9]|1[0-2])|20(?:2[2-9]|3[0-9])年\s?[0-9]{1,2}月|20(?:2[2-9]|3[0-9])년\s?[0-9]{1,2}월)(?![0-9/.-]*[0-9])/u;
const SHORT_YEAR = /^[ ,;|/]{1,3}(?:0[1-9]|1[0-2])(?:2[4-9]|3[0-5])(?![0-9])/;
const CHECK_VALUE =
  /^(?:[\s,;|/:()-]{1,4}|[\s,;|/:(]{0,4}(?:and |und |et |y |e |och |og |и |та )?(?:the )?(?:cvv2?|cvc2?|csc|cid|cvn|crypto|cryptogramme|code|kod|kód|cod|код|pin|prüf\p{L}{0,8}|sicherheits\p{L}{0,8}|security code|säkerhets\p{L}{0,4}|安全码|보안코드|セキュリティコード|رمز|קוד|คโค้ด|mã)[\s:.=#]{0,3}(?:is |ist |est |es |è |это )?)([0-9]{3,4})(?![0-9\p{L}/.:%-]|,[0-9])/iu;
const REACH = 32;

/** Expiry dates and check values that follow a card number, whatever words stand between. Reads the cards found before. */
export const cardNeighbours: Detector = ({ text }, findings) => {
  const cards = findings.filter((finding) => finding.type === 'CREDIT_CARD' && !finding.unsure);
  for (const card of cards) {
    const after = text.slice(card.end, card.end + REACH);
    const next = after.search(/\n.{0,8}\n|\n\n|[.!?] \p{Lu}/u);
    const near = next < 0 ? after : after.slice(0, next);
    const match = MONTH_YEAR.exec(near);
    let end = card.end;
    if (match) {
      end = card.end + match.index + match[0].length;
      findings.push({ start: card.end + match.index, end, type: 'CARD_EXPIRY' });
    } else {
      const short = SHORT_YEAR.exec(near);
      if (short) {
        const start = card.end + (/[0-9]/.exec(short[0])?.index ?? 0);
        end = card.end + short[0].length;
        findings.push({ start, end, type: 'CARD_EXPIRY' });
      }
    }
    if (end > card.end) pushCheckValue(text, end, findings);
  }
};

function pushCheckValue(text: string, from: number, findings: Finding[]): void {
  const value = CHECK_VALUE.exec(text.slice(from, from + 40));
  if (!value) return;
  const end = from + value[0].length;
  findings.push({ start: end - (value[1] as string).length, end, type: 'CARD_CVV' });
}
