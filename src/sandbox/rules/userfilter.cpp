#include "sandbox/rules/userfilter.h"

#include "sandbox/rules/refusals.h"

#include <algorithm>
#include <iterator>

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView searchable[] = {
    "username"_L1,   "email"_L1,       "phone_number"_L1,       "name"_L1,
    "given_name"_L1, "family_name"_L1, "preferred_username"_L1, "cognito:user_status"_L1,
    "status"_L1,     "sub"_L1,
};

// Reads the quoted value; what follows the closing mark must be blank. Nothing where the form is wrong.
std::optional<QString> quotedValue(QStringView text)
{
    if (text.size() < 2 || text.front() != u'"')
        return {};
    QString value;
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text[i] == u'"')
            return text.sliced(i + 1).trimmed().isEmpty() ? std::optional(value) : std::nullopt;
        if (text[i] == u'\\' && i + 1 < text.size() && (text[i + 1] == u'"' || text[i + 1] == u'\\'))
            ++i;
        value += text[i];
    }
    return {};
}

std::optional<QString> fieldOf(const UserRecord &user, const QString &name)
{
    if (name == u"username"_s)
        return user.username;
    if (name == u"sub"_s)
        return user.sub;
    if (name == u"cognito:user_status"_s)
        return user.status;
    if (name == u"status"_s)
        return user.enabled ? u"Enabled"_s : u"Disabled"_s;
    return user.attribute(name);
}

} // namespace

bool UserFilter::isCaseSensitive() const
{
    return attribute == u"username"_s || attribute == u"status"_s;
}

bool UserFilter::matches(const UserRecord &user) const
{
    const auto field = fieldOf(user, attribute);
    if (!field)
        return false;
    const auto sensitivity = isCaseSensitive() ? Qt::CaseSensitive : Qt::CaseInsensitive;
    return op == Operator::Equals ? field->compare(value, sensitivity) == 0 : field->startsWith(value, sensitivity);
}

Outcome<std::optional<UserFilter>> parseUserFilter(QStringView text)
{
    text = text.trimmed();
    if (text.isEmpty())
        return std::optional<UserFilter>();
    const auto isNameEnd = [](QChar c) { return c.isSpace() || c == u'=' || c == u'^' || c == u'"'; };
    const auto end = std::find_if(text.begin(), text.end(), isNameEnd);
    UserFilter filter;
    filter.attribute = text.first(end - text.begin()).toString();
    QStringView rest = text.sliced(filter.attribute.size()).trimmed();
    if (rest.startsWith(u"^="))
        filter.op = UserFilter::Operator::StartsWith;
    else if (!rest.startsWith(u"="))
        return refuse(refusals::filterSyntax);
    rest = rest.sliced(filter.op == UserFilter::Operator::StartsWith ? 2 : 1).trimmed();
    const auto value = quotedValue(rest);
    if (!value || filter.attribute.isEmpty())
        return refuse(refusals::filterSyntax);
    const bool known = std::any_of(std::begin(searchable), std::end(searchable),
                                   [&](QLatin1StringView name) { return filter.attribute == name; });
    if (!known)
        return refuse(refusals::filterAttribute, filter.attribute);
    filter.value = *value;
    return std::optional(filter);
}

} // namespace poolscope::sandbox
