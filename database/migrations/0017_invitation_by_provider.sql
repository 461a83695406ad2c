-- Who is invited may come in through the authority's own sign-in instead of setting a password.
alter table provider_sign_in add column invitation_id uuid references invitation;
comment on column provider_sign_in.invitation_id is 'The invitation that is redeemed when this comes back; null for a sign-in of somebody linked already.';
comment on table provider_identity is 'Who a person is at an identity provider. Linked by an administrator, or by the person when redeeming an invitation (linked_by is then the account itself); never found by name or e-mail, which change hands.';
