import { fittedSize } from '../domain/photo.ts'

const quality = 0.8

/**
 * A photograph made smaller before it waits for the network: abroad, each megabyte is paid for. Drawn anew, it also loses where and by which telephone it
 * was taken. What this browser cannot draw, or what would not get smaller, stays as it is. Only in browsers.
 */
export async function shrunk(photo: File): Promise<File> {
  if (!photo.type.startsWith('image/')) return photo
  try {
    const picture = await createImageBitmap(photo)
    const canvas = Object.assign(document.createElement('canvas'), fittedSize(picture))
    const brush = canvas.getContext('2d')
    if (!brush) return photo
    // A transparent picture is read on white, as paper is.
    brush.fillStyle = 'white'
    brush.fillRect(0, 0, canvas.width, canvas.height)
    brush.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const small = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
    if (!small || small.size >= photo.size) return photo
    return new File([small], `${photo.name.replace(/\.\w+$/, '')}.jpg`, { type: small.type })
  } catch {
    return photo
  }
}
