#include "sandbox/seed/person.h"

#include "crypto/srp.h"
#include "sandbox/rules/poolrules.h"
#include "sandbox/rules/poolsettings.h"
#include "sandbox/seed/dice.h"
#include "sandbox/seed/names.h"

#include <algorithm>

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 seedDayMs = 86'400'000;
constexpr qint64 seedSpanMs = 730 * seedDayMs;
constexpr qint64 pairing = 50; // every so many, one is confirmed and the next has the same address

QString suffixed(const QString &text, qint64 number)
{
    return text + QString::number(number);
}

QString birthdate(SeedDice &dice)
{
    return QDate(1940, 1, 1).addDays(dice.below(66 * 365)).toString(Qt::ISODate);
}

} // namespace

struct SeedPeople::Making
{
    qint64 index = 0;
    SeedState state = SeedState::Confirmed;
    SeedDice dice;
    GivenName given;
    FamilyName family;
    UserRecord user;

    qint64 serial() const { return user.rowId; }
    QString handle() const { return given.plain + u'.' + family.plain; }
};

SeedPeople::SeedPeople(Plan plan)
    : m_plan(std::move(plan))
{
    const idp::UserPoolType &settings = m_plan.pool->settings;
    for (const auto &attribute : settings.schemaAttributes.value_or(QList<idp::SchemaAttributeType>{})) {
        if (attribute.required.value_or(false) && attribute.name != attribute::Sub)
            m_required << attribute.name.value_or(QString());
    }
    for (const QString &name : {attribute::Email, attribute::PhoneNumber}) {
        if (m_takenAlias.isEmpty() && isAliasAttribute(settings, name))
            m_takenAlias = name;
    }
}

SeedState SeedPeople::stateOf(qint64 index) const
{
    const auto possible = [this](SeedState state) {
        return state == SeedState::AliasTaken && m_takenAlias.isEmpty() ? SeedState::Confirmed : state;
    };
    if (index < seedStates) // a small pool has them all
        return possible(SeedState(index));
    if (index % pairing == 0 || index % pairing == 1)
        return index % pairing == 0 ? SeedState::Confirmed : possible(SeedState::AliasTaken);
    SeedDice dice(m_plan.seed, index, SeedDice::State);
    const qint64 percent = dice.below(100);
    constexpr std::array upTo{72, 72, 82, 86, 89, 92, 95, 98, 100};
    static_assert(upTo.size() == seedStates);
    const auto found = std::upper_bound(upTo.begin(), upTo.end(), percent);
    return SeedState(found - upTo.begin());
}

void SeedPeople::addNames(Making &making) const
{
    UserRecord &user = making.user;
    user.sub = SeedDice(m_plan.seed, making.serial(), SeedDice::Sub).uuid();
    user.username =
        hasUsernameAttributes(m_plan.pool->settings) ? user.sub : suffixed(making.handle(), making.serial());
    user.setAttribute(u"given_name"_s, making.given.shown);
    user.setAttribute(u"family_name"_s, making.family.shown);
}

void SeedPeople::addAddresses(Making &making) const
{
    UserRecord &user = making.user;
    const idp::UserPoolType &settings = m_plan.pool->settings;
    const bool confirmed = making.state != SeedState::Unconfirmed && making.state != SeedState::AliasTaken;
    const bool wantsPhone = making.state == SeedState::PhoneUnverified || making.dice.below(100) < 45 ||
                            isUsernameAttribute(settings, attribute::PhoneNumber) ||
                            m_takenAlias == attribute::PhoneNumber || m_required.contains(attribute::PhoneNumber);
    user.setAttribute(attribute::Email, suffixed(making.handle(), making.serial()) + mailDomain(making.dice));
    const bool emailVerified = confirmed && making.state != SeedState::EmailUnverified;
    user.setAttribute(attribute::EmailVerified, emailVerified ? u"true"_s : u"false"_s);
    if (!wantsPhone)
        return;
    user.setAttribute(attribute::PhoneNumber, phoneNumber(making.serial()));
    const bool phoneVerified = confirmed && making.state != SeedState::PhoneUnverified;
    user.setAttribute(attribute::PhoneNumberVerified, phoneVerified ? u"true"_s : u"false"_s);
}

void SeedPeople::addRequired(Making &making) const
{
    UserRecord &user = making.user;
    const auto give = [&](const QString &name, const QString &value) {
        if (m_required.contains(name))
            user.setAttribute(name, value);
    };
    const QString fullName = making.given.shown + u' ' + making.family.shown;
    const QString page = u"https://example.com/"_s + suffixed(making.handle(), making.serial());
    give(u"name"_s, fullName);
    give(u"nickname"_s, making.given.shown);
    give(u"middle_name"_s, givenName(making.dice).shown);
    give(u"birthdate"_s, birthdate(making.dice));
    give(u"gender"_s, making.dice.below(2) == 0 ? u"female"_s : u"male"_s);
    give(u"locale"_s, u"en-US"_s);
    give(u"zoneinfo"_s, u"Europe/Paris"_s);
    give(u"address"_s, QString::number(1 + making.dice.below(200)) + u" Example Street"_s);
    give(u"profile"_s, page);
    give(u"website"_s, page);
    give(u"picture"_s, page + u".png"_s);
    give(u"updated_at"_s, QString::number(making.user.modifiedMs / 1000));
    if (m_required.contains(attribute::PreferredUsername) ||
        isAliasAttribute(m_plan.pool->settings, attribute::PreferredUsername))
        user.setAttribute(attribute::PreferredUsername, suffixed(making.given.plain, making.serial()));
}

void SeedPeople::setDates(Making &making) const
{
    UserRecord &user = making.user;
    const qint64 lifetime = temporaryPasswordMs(m_plan.pool->settings);
    user.createdMs = m_plan.nowMs - seedSpanMs + seedSpanMs / m_plan.count * making.index;
    user.modifiedMs = user.createdMs + making.dice.below(m_plan.nowMs - user.createdMs + 1);
    user.passwordSetMs = user.createdMs;
    if (making.state == SeedState::Invited) {
        user.passwordSetMs = std::max(user.createdMs, m_plan.nowMs - lifetime / 4);
    } else if (making.state == SeedState::InvitationExpired) {
        user.createdMs = std::min(user.createdMs, m_plan.nowMs - lifetime - seedDayMs);
        user.passwordSetMs = user.createdMs;
    } else {
        return;
    }
    user.temporaryPasswordExpiresMs = user.passwordSetMs + lifetime;
    user.modifiedMs = user.passwordSetMs;
}

// A verifier is g to the power of something that nobody has computed for the others: no password fits it.
void SeedPeople::setPassword(Making &making) const
{
    SeedDice dice(m_plan.seed, making.serial(), SeedDice::Password);
    UserRecord &user = making.user;
    user.saltHex = dice.hex(32);
    user.verifierHex = dice.hex(64);
    if (making.index >= m_plan.signIn)
        return;
    const auto made =
        crypto::makeVerifier(crypto::poolNameOf(m_plan.pool->id), user.username, m_plan.password, user.saltHex);
    if (made)
        user.verifierHex = made->verifierHex;
}

NewUser SeedPeople::person(qint64 index) const
{
    Making making{index, stateOf(index), SeedDice(m_plan.seed, index, SeedDice::Person), {}, {}, {}};
    UserRecord &user = making.user;
    user.rowId = m_plan.firstRowId + index;
    user.poolRowId = m_plan.pool->rowId;
    making.given = givenName(making.dice);
    making.family = familyName(making.dice);
    addNames(making);
    addAddresses(making);
    setDates(making);
    addRequired(making);
    setPassword(making);
    using enum SeedState;
    user.enabled = making.state != Disabled;
    user.status = status::Confirmed;
    if (making.state == AliasTaken || making.state == Unconfirmed)
        user.status = status::Unconfirmed;
    else if (making.state == Invited || making.state == InvitationExpired)
        user.status = status::ForceChangePassword;
    else if (making.state == ResetRequired)
        user.status = status::ResetRequired;
    if (making.state == AliasTaken)
        user.setAttribute(m_takenAlias, person(index - 1).user.attribute(m_takenAlias).value_or(QString()));
    NewUser made{user, signInNames(m_plan.pool->settings, user), {}};
    // Few are in the first group, more in those after it.
    for (qsizetype group = 0; group < m_plan.groupRowIds.size(); ++group) {
        if (making.dice.below(100) < 2 + 12 * group)
            made.groupRowIds << m_plan.groupRowIds.at(group);
    }
    return made;
}

} // namespace poolscope::sandbox
