import { useText } from '../platform/language.tsx';
import classes from './agencies.module.css';

/** A number as people read it: `0912 345 678`; short numbers such as 111 stay as they are. */
export function groupPhone(phone: string): string {
  if (phone.length < 9) return phone;
  // Area code and number of a telephone at home; code and number of a mobile one.
  return phone.length === 11
    ? phone.replace(/^(\d{4})(\d{4})(\d{3})$/, '$1 $2 $3')
    : phone.replace(/^(\d{4})(\d{3})(\d+)$/, '$1 $2 $3');
}

/** A telephone number that a phone dials at a touch. */
export function PhoneLink({ phone, name }: { phone: string; name: string }) {
  const t = useText();
  return (
    <a
      href={`tel:${phone}`}
      className={classes['phone']}
      aria-label={t('agencies.call', { name, phone: groupPhone(phone) })}
    >
      {groupPhone(phone)}
    </a>
  );
}
