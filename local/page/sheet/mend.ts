const UNNAMED = 'button:not([aria-label]), a[role="button"]:not([aria-label]), [aria-haspopup]:not([aria-label])';

/** Univer's pictures, by a word of their class. */
const PICTURES: readonly (readonly [string, string])[] = [
  ['increase', 'Ajouter une feuille'],
  ['convert', 'Toutes les feuilles'],
  ['more-down', 'Noms définis'],
  ['more-left', 'Feuilles précédentes'],
  ['more-right', 'Feuilles suivantes'],
  ['close', 'Fermer'],
];

/**
 * Univer draws some controls without a name, and puts its canvases first in the order of Tab. What can be mended from outside is;
 * the cells stay a canvas, which no screen reader can read: the pane is the way in for it.
 */
export function mend(container: HTMLElement): void {
  let corners = 0;
  const pass = (): void => {
    for (const input of container.querySelectorAll('input:not([aria-label])'))
      input.setAttribute('aria-label', 'Adresse de la cellule');
    // Its corner for notices has the same name as the pane's: ours is the one that speaks.
    for (const corner of container.querySelectorAll('section[aria-label^="Notifications"]')) {
      corner.setAttribute('aria-label', `Avis du tableau ${++corners}`);
    }
    for (const wrapper of container.querySelectorAll('div[aria-haspopup]:has(button)')) unwrap(wrapper);
    for (const one of container.querySelectorAll(UNNAMED)) nameOne(one);
    for (const canvas of container.querySelectorAll('canvas[tabindex]:not([tabindex="-1"])'))
      canvas.setAttribute('tabindex', '-1');
  };
  pass();
  new MutationObserver(pass).observe(container, { childList: true, subtree: true, attributeFilter: ['aria-expanded'] });
}

/** A box that says of itself what is true of the button in it. */
function unwrap(wrapper: Element): void {
  wrapper.querySelector('button')?.setAttribute('aria-haspopup', wrapper.getAttribute('aria-haspopup') ?? 'menu');
  wrapper.removeAttribute('aria-haspopup');
  wrapper.removeAttribute('aria-expanded');
}

function nameOne(one: Element): void {
  if (one.textContent?.trim()) return;
  if (!(one instanceof HTMLButtonElement)) {
    one.setAttribute('role', 'button');
    one.setAttribute('tabindex', '0');
  }
  const picture = one.querySelector('svg')?.getAttribute('class') ?? '';
  one.setAttribute('aria-label', PICTURES.find(([word]) => picture.includes(word))?.[1] ?? 'Commande du tableau');
}
