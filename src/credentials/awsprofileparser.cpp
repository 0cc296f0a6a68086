#include "credentials/awsprofiles.h"

#include <QStringDecoder>

#include <algorithm>
#include <optional>

namespace poolscope::credentials {

namespace {

using File = AwsSyntaxError::File;
using Reason = AwsSyntaxError::Reason;

bool isNameCharacter(QChar character)
{
    const char16_t c = character.unicode();
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
           QStringView(u"-_/.%@:+").contains(character);
}

bool isName(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isNameCharacter);
}

bool isBlank(QChar character)
{
    return character == u' ' || character == u'\t';
}

bool isCommentSign(QChar character)
{
    return character == u'#' || character == u';';
}

// Up to the comment. In a property's line a comment sign counts only after a blank.
QStringView withoutComment(QStringView line, bool afterBlankOnly)
{
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (isCommentSign(line.at(i)) && (!afterBlankOnly || i == 0 || isBlank(line.at(i - 1))))
            return line.first(i);
    }
    return line;
}

struct SectionHead
{
    QString profile;       // empty: a section that is passed over
    bool prefixed = false; // [profile default] counts more than [default]
};

// One of the two files: line by line into `profiles`.
class AwsFileParser
{
public:
    explicit AwsFileParser(File file)
        : m_file(file)
    {
    }

    std::optional<AwsSyntaxError> parse(QByteArrayView bytes)
    {
        constexpr QByteArrayView bom("\xef\xbb\xbf");
        if (bytes.startsWith(bom))
            bytes = bytes.sliced(bom.size());
        while (!bytes.isEmpty()) {
            ++m_line;
            const qsizetype end = bytes.indexOf('\n');
            const QByteArrayView line = end < 0 ? bytes : bytes.first(end);
            bytes = end < 0 ? QByteArrayView() : bytes.sliced(end + 1);
            QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
            const QString text = decoder(line);
            if (decoder.hasError())
                return error(Reason::NotUtf8);
            if (auto failed = take(text.endsWith(u'\r') ? QStringView(text).chopped(1) : QStringView(text)))
                return failed;
        }
        if (m_hasPrefixedDefault)
            m_profiles[QStringLiteral("default")] = m_prefixedDefault;
        return std::nullopt;
    }

    const AwsProfiles &profiles() const { return m_profiles; }

private:
    AwsSyntaxError error(Reason reason) const { return {m_file, reason, m_line}; }

    std::optional<AwsSyntaxError> take(QStringView line)
    {
        const QStringView trimmed = line.trimmed();
        if (trimmed.isEmpty() || isCommentSign(trimmed.front()))
            return std::nullopt;
        if (isBlank(line.front()))
            return takeContinuation(trimmed);
        if (line.front() == u'[')
            return takeHead(line);
        return takeProperty(line);
    }

    std::optional<AwsSyntaxError> takeHead(QStringView line)
    {
        const QStringView head = withoutComment(line, false).trimmed();
        if (!head.endsWith(u']'))
            return error(Reason::NoBracket);
        const SectionHead section = headOf(head.sliced(1).chopped(1).trimmed());
        m_inSection = true;
        m_value = nullptr;
        m_inProperty = false;
        m_section = nullptr;
        if (section.profile.isEmpty())
            return std::nullopt;
        if (section.prefixed && section.profile == u"default") {
            m_hasPrefixedDefault = true;
            m_section = &m_prefixedDefault;
        } else {
            m_section = &m_profiles[section.profile];
        }
        return std::nullopt;
    }

    SectionHead headOf(QStringView text) const
    {
        if (m_file == File::Credentials)
            return {isName(text) ? text.toString() : QString()};
        constexpr QStringView prefix(u"profile");
        if (text.startsWith(prefix) && text.size() > prefix.size() && isBlank(text.at(prefix.size()))) {
            const QStringView name = text.sliced(prefix.size()).trimmed();
            return {isName(name) ? name.toString() : QString(), true};
        }
        return {text == u"default" ? text.toString() : QString()};
    }

    std::optional<AwsSyntaxError> takeProperty(QStringView whole)
    {
        if (!m_inSection)
            return error(Reason::NoSection);
        const QStringView line = withoutComment(whole, true);
        const qsizetype equals = line.indexOf(u'=');
        if (equals < 0)
            return error(Reason::NoEqualsSign);
        const QStringView name = line.first(equals).trimmed();
        if (name.isEmpty())
            return error(Reason::NoName);
        const QString value = line.sliced(equals + 1).trimmed().toString();
        m_inProperty = true;
        m_isNested = value.isEmpty();
        m_value = nullptr;
        if (m_section && isName(name)) {
            m_value = &(*m_section)[name.toString().toLower()];
            *m_value = value;
        }
        return std::nullopt;
    }

    std::optional<AwsSyntaxError> takeContinuation(QStringView trimmed)
    {
        if (!m_inSection)
            return error(Reason::NoSection);
        if (!m_inProperty)
            return error(Reason::NoProperty);
        if (m_isNested) {
            const qsizetype equals = trimmed.indexOf(u'=');
            if (equals < 0)
                return error(Reason::NoNestedEqualsSign);
            if (trimmed.first(equals).trimmed().isEmpty())
                return error(Reason::NoNestedName);
        }
        if (m_value)
            m_value->append(u'\n').append(trimmed);
        return std::nullopt;
    }

    File m_file;
    int m_line = 0;
    AwsProfiles m_profiles;
    AwsProfile m_prefixedDefault;
    bool m_hasPrefixedDefault = false;
    bool m_inSection = false;
    AwsProfile *m_section = nullptr; // null: one that is passed over
    bool m_inProperty = false;
    bool m_isNested = false;
    QString *m_value = nullptr; // of the property that may go on; null: one that is passed over
};

} // namespace

tl::expected<AwsProfiles, AwsSyntaxError> parseAwsFiles(QByteArrayView config, QByteArrayView credentials)
{
    AwsFileParser configParser(File::Config);
    if (const auto failed = configParser.parse(config))
        return tl::unexpected<AwsSyntaxError>(*failed);
    AwsFileParser credentialsParser(File::Credentials);
    if (const auto failed = credentialsParser.parse(credentials))
        return tl::unexpected<AwsSyntaxError>(*failed);
    AwsProfiles profiles = configParser.profiles();
    const AwsProfiles &winning = credentialsParser.profiles();
    for (auto profile = winning.cbegin(); profile != winning.cend(); ++profile)
        profiles[profile.key()].insert(profile.value());
    return profiles;
}

} // namespace poolscope::credentials
