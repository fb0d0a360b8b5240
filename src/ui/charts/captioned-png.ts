import { must } from '@/src/kernel/assert';
import { captionColour, layOutCaption, type CaptionLook, type ChartCaption } from './caption';

/** Pixels of the picture to one of the screen. */
export const PNG_SCALE = 2;

/** A picture with its title above and its lines below. */
export async function captionedPng(picture: Blob, caption: ChartCaption, look: CaptionLook): Promise<Blob> {
  const drawn = await createImageBitmap(picture);
  const { texts, top, height } = layOutCaption(caption, drawn.width / PNG_SCALE, drawn.height / PNG_SCALE);
  const canvas = new OffscreenCanvas(drawn.width, Math.ceil(height * PNG_SCALE));
  const context = must(canvas.getContext('2d'), 'a canvas to draw on');
  context.scale(PNG_SCALE, PNG_SCALE);
  context.fillStyle = captionColour(look);
  for (const { text, size, weight, y } of texts) {
    context.font = `${weight} ${size}px ${look.fontFamily}`;
    context.fillText(text, 0, y);
  }
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.drawImage(drawn, 0, top * PNG_SCALE);
  drawn.close();
  return canvas.convertToBlob({ type: 'image/png' });
}
