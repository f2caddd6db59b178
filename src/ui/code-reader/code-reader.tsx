import { useEffect, useRef, useState } from 'react'
import { Button } from '../button.tsx'
import { useTexts } from '../locale.tsx'
import { Notice } from '../notice.tsx'
import { afterLook, nothingInSight } from './again.ts'
import { codeDetector, watchCodes } from './camera.ts'
import styles from './code-reader.module.css'

type CodeReaderProps = {
  /** The form that takes a code, and its field: each code is typed there, and the form sent. */
  formId: string
  field: string
}

/** Reads QR codes with the camera, one after the other. Shown where the browser can; elsewhere the field takes what a scanner or a hand types. */
export function CodeReader({ formId, field }: CodeReaderProps) {
  const { codeReader: words } = useTexts()
  const [canRead, setCanRead] = useState(false)
  const [isOn, setOn] = useState(false)
  const [isRefused, setRefused] = useState(false)
  const [isSame, setSame] = useState(false)
  const video = useRef<HTMLVideoElement>(null)

  useEffect(() => {
    let isHere = true
    void codeDetector().then((detector) => isHere && setCanRead(detector !== null))
    return () => {
      isHere = false
    }
  }, [])

  useEffect(() => {
    if (!isOn) return
    let [isHere, stop] = [true, () => {}]
    let sight = nothingInSight
    const onLook = (codes: readonly string[]) => {
      const after = afterLook(sight, codes)
      sight = after.sight
      for (const code of after.read) typeInto(formId, field, code)
      // Said as long as the code is there, an image that misses it included.
      setSame((was) => after.isSame || (was && after.read.length === 0 && sight.size > 0))
    }
    const begin = async () => {
      const detector = await codeDetector()
      if (!detector || !video.current || !isHere) return
      const stopCamera = await watchCodes(detector, video.current, onLook)
      if (isHere) stop = stopCamera
      else stopCamera()
    }
    begin().catch(() => {
      setRefused(true)
      setOn(false)
    })
    return () => {
      isHere = false
      stop()
      setSame(false)
    }
  }, [isOn, formId, field])

  if (!canRead) return null
  return (
    <div className={styles.reader} data-print="no">
      {isOn && <video ref={video} className={styles.video} autoPlay muted playsInline aria-label={words.camera} />}
      <Button
        type="button"
        onClick={() => {
          setRefused(false)
          setOn(!isOn)
        }}
      >
        {isOn ? words.stop : words.start}
      </Button>
      <p aria-live="polite" className={styles.same}>
        {isSame && words.same}
      </p>
      {isRefused && <Notice tone="warning" title={words.refused} />}
    </div>
  )
}

function typeInto(formId: string, field: string, code: string) {
  const form = document.querySelector<HTMLFormElement>(`form[id="${formId}"]`)
  const control = form?.elements.namedItem(field)
  if (!form || !(control instanceof HTMLInputElement)) return
  control.value = code
  form.requestSubmit()
}
