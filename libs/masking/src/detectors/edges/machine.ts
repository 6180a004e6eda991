import { countsGoods } from '../other-number.ts';
import { before, cut, type Edge } from './edge.ts';

/** What a map shows, corner by corner. */
const BOUNDS = /(?:bbox|bounding ?box|bounds|extent|envelope|viewport)[-+0-9.,:= ("'[\]]{0,60}$/u;
export const geo: Edge = (scan, finding) => {
  if (BOUNDS.test(before(scan, finding, 72)) || countsGoods(scan.folded, finding.start)) return undefined;
  const lead = /^gps[ :=]{1,2}(?=lat|[-+0-9])/i.exec(scan.text.slice(finding.start, finding.end));
  return cut(finding, finding.start + (lead?.[0].length ?? 0), finding.end);
};

/** Sessions, traces and requests are written like hardware addresses: `session a91f-00c4-7e21`. */
const REQUESTED =
  /(?:trace|span|session\p{L}*|sitzung\p{L}*|request|req|requete|peticion|solicitud|richiesta|anfrage|pyynto|zadost|zadanie|запрос|заявка|запит|correlation|idempot\p{L}*|job|run|build|lot|batch|serial|revision|id)["'`]?[:=# ]{1,3}["'`]?$/u;
/** `2026.0417.1182`: a protocol's number by its year. */
const BY_YEAR = /^20[0-9]{2}\.[0-9]{4}\.[0-9]{4}$/;
export const mac: Edge = (scan, finding) => {
  const value = scan.text.slice(finding.start, finding.end);
  // Broadcast, nothing yet, and what manuals fill in.
  if (/^(..)\1{5}$/.test(value.replace(/[^0-9A-Za-z]/g, '')) || BY_YEAR.test(value)) return undefined;
  const isRequest = /^[0-9a-f]{4}[-.][0-9a-f]{4}[-.][0-9a-f]{4}$/i.test(value);
  return isRequest && REQUESTED.test(before(scan, finding, 24)) ? undefined : finding;
};
