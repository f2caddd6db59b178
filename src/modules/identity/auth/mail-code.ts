/**
 * Six digits by e-mail, ten minutes, three tries, kept as a digest. No account is ever made this way:
 * an address nobody invited gets the same answer and no message.
 */
export const provenByMail = { otpLength: 6, expiresIn: 600, allowedAttempts: 3, storeOTP: 'hashed', disableSignUp: true } as const
