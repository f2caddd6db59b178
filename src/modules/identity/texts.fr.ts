const fr = {
  roles: {
    administrator: 'Administration',
    officer: 'Relations internationales',
    finance: 'Finances',
    assembly: 'Assemblées',
    reader: 'Lecture',
  },
  email: 'Adresse e-mail professionnelle',
  password: 'Mot de passe',
  signIn: {
    title: 'Se connecter',
    lead: 'Retrouvez vos missions, là où vos partenaires les ont laissées.',
    byMail: 'Par un code reçu par e-mail',
    sendCode: 'Recevoir un code',
    sendCodeHint: 'Un code à six chiffres, valable dix minutes.',
    withPassword: 'J’ai un mot de passe',
    byPassword: 'Se connecter avec le mot de passe',
    otherWays: 'Autrement',
    byProvider: (label: string) => `S’identifier avec ${label}`,
    providerHint: 'Pour les agents publics : l’identité fournie par votre administration.',
    byPasskey: 'Utiliser une clé d’accès',
    passkeyHint: 'Empreinte, visage, code de l’appareil ou clé de sécurité.',
    passkeyFailed: 'La clé d’accès n’a pas été reconnue. Réessayez ou demandez un code.',
    demoTitle: 'Démonstration',
    demoNote: 'Ces six personnes sont fictives. Entrez à leur place en un clic.',
    demoFictitious: 'fictif',
    demoEnter: (name: string) => `Entrer en tant que ${name}`,
    demoEnterShort: 'Entrer',
  },
  code: {
    title: 'Votre code',
    lead: (email: string) => `Si un compte existe pour ${email}, un code à six chiffres vient d’y être envoyé.`,
    label: 'Code à six chiffres',
    verify: 'Se connecter',
    again: 'Recevoir un autre code',
    sentAgain: 'Un nouveau code est parti ; le précédent ne vaut plus.',
    otherAddress: 'Changer d’adresse',
    noMail:
      'Rien reçu au bout de deux minutes ? Regardez les courriers indésirables ; si l’adresse n’est pas connue ici, aucun message ne part.',
  },
  codeMail: {
    subject: 'Votre code de connexion à Escale',
    intro: 'Voici le code demandé pour vous connecter :',
    validity: 'Il vaut dix minutes et ne sert qu’une fois.',
    notYou: 'Vous n’avez rien demandé ? Ignorez ce message : sans ce code, personne ne peut se connecter.',
  },
  problems: {
    email_malformed: 'Écrivez une adresse complète, par exemple prenom.nom@ville.fr.',
    password_missing: 'Écrivez votre mot de passe, ou demandez un code.',
    code_malformed: 'Le code compte six chiffres.',
    sign_in_refused: 'Cette adresse et ce mot de passe ne vont pas ensemble. Vérifiez-les, ou demandez un code par e-mail.',
    code_refused: 'Ce code n’est pas le bon, a expiré ou a déjà servi. Demandez-en un autre.',
    too_many_tries: (minutes: number) => `Trop d’essais. Par sécurité, attendez ${minutes} min avant de recommencer.`,
    demo_only: 'Cette entrée n’existe que pour les comptes de démonstration.',
    provider_failed: 'La connexion par le fournisseur d’identité n’a pas abouti. Réessayez ou demandez un code.',
    not_invited:
      'Votre identité est reconnue, mais personne ne vous a encore invité ici. Demandez une invitation à l’administrateur de votre organisation.',
    address_not_verified: 'Le fournisseur d’identité ne garantit pas votre adresse e-mail. Demandez un code par e-mail.',
  },
}

export type IdentityTexts = typeof fr
export default fr
