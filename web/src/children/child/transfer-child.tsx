import { transferChild, type Child } from '@mangnon/domain/children/children.api.ts';
import { Button, Group, Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { PlaceBox, type ChosenPlace } from '../../places/place-box.tsx';
import { call } from '../../platform/api.ts';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';
import { useRefusalAt } from '../../platform/refusal-at.ts';
import { getToday } from '../../platform/today.ts';

/** Hands the child with all its cases over to another commune. Afterwards this person may see it no more. */
export function TransferChild({ child, name }: { child: Child; name: string }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('children.transfer')}
      </Button>
      {open ? <TransferDialog child={child} name={name} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function TransferDialog({ child, name, onClose }: { child: Child; name: string; onClose: () => void }) {
  const t = useText();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [place, setPlace] = useState<ChosenPlace | null>(null);
  const [checked, setChecked] = useState(false);
  const hand = useMutation({
    mutationFn: (placeId: string) => call(transferChild, { params: { childId: child.id }, body: { placeId } }),
    onSuccess: async () => {
      await navigate({ to: '/tre-em' });
      await queryClient.invalidateQueries({ queryKey: ['children'] });
    },
  });
  const refusalAt = useRefusalAt(hand.error);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('children.transfer.title', { name })}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setChecked(true);
          if (place) hand.mutate(place.id);
        }}
      >
        {hand.error ? <ErrorNotice error={hand.error} marked /> : null}
        <p>{t('children.transfer.text', { place: child.place.name })}</p>
        <PlaceBox
          label={t('children.transfer.to')}
          on={getToday()}
          value={place}
          onPlace={setPlace}
          error={checked && place === null ? t('children.fault.place') : refusalAt('body.placeId')}
        />
        <Group mt="md">
          <Button type="submit" disabled={hand.isPending}>
            {t('children.transfer.action')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
