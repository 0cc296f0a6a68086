#include "sandbox/rules/madeupuser.h"

#include "crypto/hash.h"
#include "sandbox/rules/addresses.h"
#include "sandbox/rules/poolrules.h"

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

QByteArray derived(const PoolRecord &pool, const QString &username, const char *use, qsizetype length)
{
    const QByteArray name = foldedName(pool.settings, username).toUtf8();
    return crypto::hkdfSha256(pool.id.toUtf8(), pool.secret, QByteArray(use) + '\n' + name, length);
}

// UUID-shaped with the version and variant bits of a random one.
QString uuidFrom(QByteArray bytes)
{
    bytes[6] = char((bytes[6] & 0x0f) | 0x40);
    bytes[8] = char((bytes[8] & 0x3f) | 0x80);
    QString text = QString::fromLatin1(bytes.toHex());
    for (const int at : {8, 13, 18, 23})
        text.insert(at, u'-');
    return text;
}

} // namespace

MadeUpUser madeUpUser(const PoolRecord &pool, const QString &username)
{
    MadeUpUser user;
    user.userId = uuidFrom(derived(pool, username, "id", 16));
    user.saltHex = QString::fromLatin1(derived(pool, username, "salt", 16).toHex());
    // The leading zero byte keeps the number below SRP's prime, as a real verifier would be.
    user.verifierHex = u"00"_s + QString::fromLatin1(derived(pool, username, "verifier", 383).toHex());
    return user;
}

Destination madeUpDestination(const PoolRecord &pool, const QString &username, const QString &attribute)
{
    if (isPhoneNumber(username))
        return destinationOf(attribute::PhoneNumber, username);
    if (isEmailAddress(username))
        return destinationOf(attribute::Email, username);
    const bool isPhone = attribute == attribute::PhoneNumber;
    const QByteArray bytes = derived(pool, username, isPhone ? "number" : "destination", isPhone ? 4 : 2);
    if (!isPhone) {
        const auto letter = [&bytes](int i) { return QChar(u'a' + uchar(bytes[i]) % 26); };
        return destinationOf(attribute, QString(letter(0)) + u'@' + letter(1));
    }
    QString number = u"+1202555"_s; // only the last four digits are shown
    for (const char byte : bytes)
        number += QChar(u'0' + uchar(byte) % 10);
    return destinationOf(attribute, number);
}

} // namespace poolscope::sandbox
