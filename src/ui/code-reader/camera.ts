/** What a browser that reads codes offers (Shape Detection API, W3C community draft); TypeScript's own library does not know it. */
type Detector = { readonly detect: (image: HTMLVideoElement) => Promise<ReadonlyArray<{ readonly rawValue: string }>> }
type DetectorClass = {
  new (options: { formats: readonly string[] }): Detector
  readonly getSupportedFormats: () => Promise<readonly string[]>
}

const lookMilliseconds = 200

/** Null where this browser reads no QR code, or has no camera to ask for. */
export async function codeDetector(): Promise<Detector | null> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass }
  // Absent from pages without TLS, whatever the types say.
  const devices = navigator.mediaDevices as MediaDevices | undefined
  if (!BarcodeDetector || !devices) return null
  const formats = await BarcodeDetector.getSupportedFormats()
  return formats.includes('qr_code') ? new BarcodeDetector({ formats: ['qr_code'] }) : null
}

/**
 * Shows the camera of the back in `video`, which plays by itself, and tells the codes it sees, none or several, some five times a second. Nothing is kept of the images.
 * @returns how to stop it
 * @throws what `getUserMedia` throws, when the camera is refused or taken
 */
export async function watchCodes(
  detector: Detector,
  video: HTMLVideoElement,
  onLook: (codes: readonly string[]) => void,
): Promise<() => void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
  let isOn = true
  video.srcObject = stream
  const look = async () => {
    if (!isOn) return
    try {
      onLook((await detector.detect(video)).map(({ rawValue }) => rawValue))
    } catch {
      // An image that is not there yet, or no more: the next one is looked at.
    }
    if (isOn) window.setTimeout(() => void look(), lookMilliseconds)
  }
  void look()
  return () => {
    isOn = false
    for (const track of stream.getTracks()) track.stop()
    video.srcObject = null
  }
}
