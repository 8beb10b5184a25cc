# Caddy as a user without rights: it listens above 1024, so the file needs no capability (a copy
# drops it), and the folders for certificates belong to that user.
FROM caddy:2-alpine
RUN cp /usr/bin/caddy /usr/bin/caddy-plain \
    && mv /usr/bin/caddy-plain /usr/bin/caddy \
    && addgroup -S -g 10002 proxy && adduser -S -u 10002 -G proxy -H proxy \
    && chown -R proxy:proxy /data /config
COPY deploy/Caddyfile /etc/caddy/Caddyfile
USER proxy
EXPOSE 8080 8443
