import type { Contact } from '../../data/contact.ts'
import type { Workspace } from '../../data/workspace.ts'
import type { Words } from '../../locale/words.ts'
import type { Language } from '../../model/bilingual.ts'
import type { Dataset } from '../../model/dataset.ts'
import type { Figure } from '../../model/figure.ts'
import type { View } from '../../model/view.ts'

/** What most parts of the screen need: the view shown, its dataset, the words, and how to change the view or ask for grounds. */
export interface Room {
  readonly view: View
  readonly dataset: Dataset
  readonly workspace: Workspace
  readonly words: Words
  readonly language: Language
  readonly dark: boolean
  /** What is printed on every screen and export ("Lưu hành nội bộ"); empty for nothing. */
  readonly classification: string
  /** Whom to tell of a wrong figure; null where the configuration names nobody. */
  readonly contact: Contact | null
  /** The link of the view that means the same after defaults have changed. */
  linkOf(): string
  setView(change: Partial<View>): void
  /** `shown` is the room of the picture: while new numbers are computed, its view is older than the one chosen. */
  openGrounds(figure: Figure, shown: Pick<Room, 'view' | 'dataset'>): void
}
