import en from './person-document-texts.en.ts'
import fr from './person-document-texts.fr.ts'

export const personDocumentTexts = { fr, en }
