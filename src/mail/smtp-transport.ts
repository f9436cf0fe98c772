import { createTransport } from 'nodemailer';
import type { Mail, MailOutcome, MailTransport } from '../core/subscription.ts';

/** How long the server may take to answer, ms. */
const TIMEOUT_MS = 20_000;

interface SmtpError extends Error {
  readonly responseCode?: number;
}

/**
 * Mails over SMTP (RFC 5321). A 5xx answer to the recipient is final, everything else may pass.
 * @param url `smtp://user:password@host:587` or `smtps://…`
 * @param from address of the sender, "Name <address>" or bare
 */
export function createSmtpTransport(url: string, from: string): MailTransport {
  const transport = createTransport(
    { url, connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS },
    { from },
  );
  return {
    async send(mail: Mail): Promise<MailOutcome> {
      const { to, subject, text, html } = mail;
      try {
        await transport.sendMail({
          to: { name: '', address: to },
          subject,
          text,
          html,
          headers: headersOf(mail),
        });
        return { kind: 'sent' };
      } catch (error) {
        const { responseCode, message } = error as SmtpError;
        const isFinal = responseCode !== undefined && responseCode >= 500 && responseCode < 600;
        return { kind: isFinal ? 'refused' : 'failed', why: message };
      }
    },
    async check() {
      try {
        await transport.verify();
        return null;
      } catch (error) {
        return (error as Error).message;
      }
    },
    close: () => transport.close(),
  };
}

/** List headers (RFC 2369, RFC 8058) and a mark that no answering machine should answer (RFC 3834). */
function headersOf({ unsubscribeUrl }: Mail): Record<string, string> {
  const automatic = { 'Auto-Submitted': 'auto-generated' };
  if (unsubscribeUrl === null) return automatic;
  return {
    ...automatic,
    'List-Unsubscribe': `<${unsubscribeUrl}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}
