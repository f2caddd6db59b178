-- What has ended is forgotten at the next sign-in of anyone: it names people, devices and networks.
create index session_by_expiry on auth.session ("expiresAt");
create index verification_by_expiry on auth.verification ("expiresAt");
