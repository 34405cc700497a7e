const SIDE_PIXELS = 256;
const QUALITY = 0.85;

/** The file is no picture, or one that cannot be read. */
export class NotAPicture extends Error {
  constructor() {
    super('This file is not a picture that can be shown. Choose a PNG, JPEG or WebP file.');
    this.name = 'NotAPicture';
  }
}

/** The middle square of a picture as a small data URL (JPEG). Throws `NotAPicture`. */
export async function smallPicture(file: Blob): Promise<string> {
  const bitmap = await createImageBitmap(file).catch(() => {
    throw new NotAPicture();
  });
  const canvas = document.createElement('canvas');
  canvas.width = SIDE_PIXELS;
  canvas.height = SIDE_PIXELS;
  const context = canvas.getContext('2d');
  if (!context || bitmap.width === 0 || bitmap.height === 0) throw new NotAPicture();
  const side = Math.min(bitmap.width, bitmap.height);
  // JPEG has no transparency: what was transparent becomes paper, not black.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, SIDE_PIXELS, SIDE_PIXELS);
  const [left, top] = [(bitmap.width - side) / 2, (bitmap.height - side) / 2];
  context.drawImage(bitmap, left, top, side, side, 0, 0, SIDE_PIXELS, SIDE_PIXELS);
  bitmap.close();
  return canvas.toDataURL('image/jpeg', QUALITY);
}
