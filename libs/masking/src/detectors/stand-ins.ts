/** Words of what a handbook or a template puts where a key belongs, in the languages handbooks are written in. */
const WORDS = new Set(
  (
    'your yours replace changeme change put paste insert here placeholder sample example dummy todo fake ' +
    'dein deine deinen ihr ihren ihre hier eintragen einfuegen einsetzen beispiel votre vos ici coller collez remplacer exemple ' +
    'tu su aqui pega pegar reemplazar ejemplo coloque cole sua seu insira inserir substitua exemplo ' +
    'inserisci incolla qui tua tuo esempio plak uw jouw vul invullen voorbeeld anda ganti isi masukkan contoh ' +
    'klistra din ditt lim tahan wklej tutaj twoj twoje przyklad vlozte sem ide buraya sizin ornek'
  ).split(' '),
);
const PART = /^(?:[A-Za-z]{1,14}|[A-Za-z]{0,4}[0-9]{1,3})$/;

/** More words than this are a phrase that somebody recovers a wallet with. */
const PARTS_MAX = 7;

/** Whether a key is none yet: `plak-hier-uw-token`, `pk_live_REPLACE_WITH_YOURS`, `abc123-example`. */
export function isStandIn(value: string): boolean {
  const parts = value.split(/[-_.]/, PARTS_MAX + 1);
  if (parts.length > PARTS_MAX) return false;
  return (
    parts.length > 1 && parts.every((part) => PART.test(part)) && parts.some((part) => WORDS.has(part.toLowerCase()))
  );
}
