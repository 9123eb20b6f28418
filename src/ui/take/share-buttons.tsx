import { Image as ImageIcon, Presentation } from 'lucide-react'
import { useState } from 'react'
import { chatPicture } from '../../charts/share/chat-picture.ts'
import { type ShareStory, shareStory } from '../../charts/share/share-story.ts'
import { slidePicture } from '../../charts/share/slide-picture.ts'
import type { HeadlineSentence } from '../../charts/words/headline-sentence.ts'
import type { Room } from '../answer/room.ts'
import type { Answered } from '../answer/use-answer.ts'
import { embeddedFonts } from './embedded-fonts.ts'
import { exportLabel, exportName } from './export-label.ts'
import { PictureDialog, type ShownPicture } from './picture-dialog.tsx'
import { mayNotSave, saveFile } from './save-file.ts'
import { pngOf, svgBlob } from './share-picture.ts'
import styles from './take-along.module.css'

interface ShareButtonsProps {
  readonly room: Room
  readonly answered: Answered
  readonly sentence: HeadlineSentence
}

/** Pictures of the whole view, for a chat and for a slide. */
export function ShareButtons({ room, answered, sentence }: ShareButtonsProps) {
  const { words, language } = room
  const { take } = words
  const [status, setStatus] = useState('')
  const [shown, setShown] = useState<ShownPicture | null>(null)
  const make = async (layout: typeof chatPicture, kind: string) => {
    setStatus(take.making)
    try {
      const story = shareStory({ ...answered, words, language }, sentence)
      const drawn = layout(story, labelOf(story, room, answered), words, await embeddedFonts())
      const found = await pngOf(drawn, 1).catch(() => null)
      const ending = found ? 'png' : 'svg'
      const blob = found ?? svgBlob(drawn.svg)
      const name = exportName(room, [story.title, kind], ending)
      // Without a canvas nothing is saved unasked: the drawing is shown, to be taken as it is.
      if (found) saveFile(name, blob)
      if (!found || mayNotSave()) setShown({ blob, name, title: story.title })
      setStatus(found ? take.saved(name) : '')
    } catch {
      setStatus(take.failed)
    }
  }
  return (
    <>
      <button type="button" className={styles.button} onClick={() => void make(chatPicture, take.chatFile)}>
        <ImageIcon size={16} aria-hidden="true" />
        {take.chatPicture}
      </button>
      <button type="button" className={styles.button} onClick={() => void make(slidePicture, take.slideFile)}>
        <Presentation size={16} aria-hidden="true" />
        {take.slidePicture}
      </button>
      <span role="status" className={styles.status}>
        {status}
      </span>
      <PictureDialog words={words} shown={shown} onClose={() => setShown(null)} />
    </>
  )
}

/** Of what the picture shows and its finding speaks of, not of all that is on the page. */
function labelOf({ title, figures, states }: ShareStory, room: Room, answered: Answered) {
  return exportLabel(room, answered, figures, title, states)
}
