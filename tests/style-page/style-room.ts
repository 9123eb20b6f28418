import type { PictureInput } from '../../src/charts/parts/picture-input.ts'
import type { Workspace } from '../../src/data/workspace.ts'
import { Failure } from '../../src/model/failure.ts'
import type { Room } from '../../src/ui/answer/room.ts'

/** No dataset is open on this page; what asks for one is told so. */
const NO_WORKSPACE: Workspace = {
  open: () => Promise.reject(new Failure('engine-stopped')),
  openFiles: () => Promise.reject(new Failure('engine-stopped')),
  localOnes: () => [],
  opened: () => undefined,
  ask: () => Promise.reject(new Failure('engine-stopped')),
}

/** The room of a picture that stands by itself: its choices lead nowhere. */
export function styleRoom(
  input: Pick<PictureInput, 'view' | 'dataset' | 'words' | 'language' | 'dark'>,
  setView: Room['setView'] = () => {},
): Room {
  const { view, dataset, words, language, dark } = input
  return {
    ...{ view, dataset, words, language, dark, setView },
    workspace: NO_WORKSPACE,
    classification: '',
    contact: null,
    linkOf: () => window.location.href,
    openGrounds: () => {},
  }
}
