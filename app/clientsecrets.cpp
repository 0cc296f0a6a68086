#include "app/clientsecrets.h"

#include "app/bannerids.h"
#include "credentials/storedkeys.h"
#include "profiles/connection.h"
#include "secrets/secretstore.h"
#include "ui/shell/banners.h"
#include "ui/shell/mainwindow.h"

namespace poolscope {

ClientSecrets::ClientSecrets(secrets::SecretStore &secrets, ui::MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_secrets(secrets)
    , m_window(window)
{
    connect(&secrets, &secrets::SecretStore::madeUpFor, this, &ClientSecrets::settle);
    connect(window.banners(), &ui::Banners::actionTriggered, this, [this](const QString &banner) {
        if (banner.startsWith(bannerids::UnkeptSecret))
            m_secrets.retry();
    });
}

void ClientSecrets::keep(const profiles::Connection &connection, const QString &secret)
{
    const QString text =
        connection.kind == profiles::Connection::Kind::Sandbox
            ? tr("The client secret of %1 is kept in memory only. After the next start it has to be fetched again on "
                 "the Sandbox page.")
            : tr("The client secret of %1 is kept in memory only. After the next start it has to be entered "
                 "again.");
    write(profiles::clientSecretKey(connection.id), secret.toUtf8(), text.arg(connection.name));
}

void ClientSecrets::forget(const profiles::Connection &connection)
{
    remove(profiles::clientSecretKey(connection.id),
           tr("The old client secret of %1 could not be removed from the keychain.").arg(connection.name));
}

void ClientSecrets::keepKeys(const profiles::Connection &connection, const transport::SigningCredentials &keys)
{
    write(profiles::awsKeysKey(connection.id), credentials::storedKeys(keys),
          tr("The AWS keys of %1 are kept in memory only. After the next start they have to be entered again.")
              .arg(connection.name));
}

void ClientSecrets::forgetKeys(const profiles::Connection &connection)
{
    remove(profiles::awsKeysKey(connection.id),
           tr("The old AWS keys of %1 could not be removed from the keychain.").arg(connection.name));
}

void ClientSecrets::drop(const QString &connectionId)
{
    for (const QString &key : {profiles::clientSecretKey(connectionId), profiles::awsKeysKey(connectionId)}) {
        ++m_changes[key]; // what is still to be heard of it concerns nobody
        m_secrets.remove(key, this, [](const Result<void> &) {});
        settle(key);
    }
}

void ClientSecrets::write(const QString &key, const QByteArray &value, const QString &failed)
{
    const int change = ++m_changes[key];
    m_secrets.write(key, value, this, [this, key, change, failed](const Result<void> &kept) {
        if (change != m_changes[key])
            return;
        if (kept)
            settle(key);
        else
            showUnkept(key, failed, kept.error());
    });
}

void ClientSecrets::remove(const QString &key, const QString &failed)
{
    const int change = ++m_changes[key];
    m_secrets.remove(key, this, [this, key, change, failed](const Result<void> &removed) {
        if (change != m_changes[key])
            return;
        if (removed || removed.error().code == secrets::codes::Missing) // without a keychain nothing is left in it
            settle(key);
        else
            showUnkept(key, failed, removed.error());
    });
}

// What the store says of its state speaks of signing in; only a failure of its own has something to add here.
void ClientSecrets::showUnkept(const QString &key, const QString &title, const Error &error)
{
    m_window.banners()->show(bannerids::UnkeptSecret + key,
                             {.tone = ui::Tone::Caution,
                              .title = title,
                              .body = error.code == secrets::codes::Failed ? error.message : QString(),
                              .actions = {{QStringLiteral("retry"), tr("Try again")}},
                              .canBeClosed = true}); // without a keychain trying again may never help
}

void ClientSecrets::settle(const QString &key)
{
    m_window.banners()->hide(bannerids::UnkeptSecret + key);
}

} // namespace poolscope
