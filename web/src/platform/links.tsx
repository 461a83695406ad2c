import { Anchor, Button } from '@mantine/core';
import type { AnchorProps, ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

type LinkAttributes = Omit<ComponentPropsWithRef<'a'>, 'color' | 'style'>;

/** A link in the text to another page; its address and its params are checked against the routes. */
export const PageLink = createLink((props: Omit<AnchorProps, 'href'> & LinkAttributes) => <Anchor {...props} />);

/** A link that looks like a button: for the one thing to do. */
export const ButtonLink = createLink((props: ButtonProps & LinkAttributes) => <Button component="a" {...props} />);
