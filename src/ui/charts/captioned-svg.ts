import { captionColour, layOutCaption, type CaptionLook, type ChartCaption } from './caption';

const WIDTH = /\swidth="([\d.]{1,20})"/;
const HEIGHT = /\sheight="([\d.]{1,20})"/;
const OPENING = /^<svg\b[^<>]{0,2000}>/;

/**
 * A picture with its title above and its lines below, and both as `title` and `desc` for those who cannot see it. What does
 * not look like a picture with a size is given back as it is.
 */
export function captionedSvg(svg: string, caption: ChartCaption, look: CaptionLook): string {
  const opening = OPENING.exec(svg)?.[0] ?? '';
  const [width, height] = [sizeIn(opening, WIDTH), sizeIn(opening, HEIGHT)];
  if (width === undefined || height === undefined) return svg;
  const { texts, top, height: whole } = layOutCaption(caption, width, height);
  const words = texts.map(
    ({ text, size, weight, y }) =>
      `<text x="0" y="${y}" font-size="${size}" font-weight="${weight}">${escaped(text)}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${whole}" viewBox="0 0 ${width} ${whole}" role="img">`,
    `<title>${escaped(caption.title)}</title>`,
    `<desc>${escaped(caption.lines.join('\n'))}</desc>`,
    `<g font-family="${escaped(look.fontFamily)}" fill="${captionColour(look)}">${words.join('')}</g>`,
    `<svg y="${top}"${svg.slice('<svg'.length)}`,
    '</svg>',
  ].join('\n');
}

function sizeIn(opening: string, pattern: RegExp): number | undefined {
  const size = Number(pattern.exec(opening)?.[1]);
  return Number.isFinite(size) ? size : undefined;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML takes it: no control characters but line ends, and no halves of characters. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\P{Cc}\n]/gu, ' ')
    .replaceAll(/\p{Cs}|[\uFFFE\uFFFF]/gu, '\uFFFD')
    .replaceAll(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark);
}
