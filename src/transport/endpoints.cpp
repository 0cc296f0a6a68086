#include "transport/endpoints.h"

#include <QRegularExpression>

#include <array>

namespace poolscope::transport {

namespace {

QRegularExpression whole(QStringView pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern));
}

struct Partition
{
    QRegularExpression regions;
    QLatin1StringView suffix;
};

bool isHostLabel(QStringView text)
{
    static const QRegularExpression label = whole(u"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
    return label.match(text.toString()).hasMatch();
}

// From the partitions file of the public endpoint rules.
QLatin1StringView suffixOf(QStringView region)
{
    static const std::array partitions{
        Partition{whole(u"us-gov-\\w+-\\d+"), QLatin1StringView("amazonaws.com")},
        Partition{whole(u"(us|eu|ap|sa|ca|me|af|il|mx)-\\w+-\\d+"), QLatin1StringView("amazonaws.com")},
        Partition{whole(u"cn-\\w+-\\d+"), QLatin1StringView("amazonaws.com.cn")},
        Partition{whole(u"eusc-(de)-\\w+-\\d+"), QLatin1StringView("amazonaws.eu")},
        Partition{whole(u"us-iso-\\w+-\\d+"), QLatin1StringView("c2s.ic.gov")},
        Partition{whole(u"us-isob-\\w+-\\d+"), QLatin1StringView("sc2s.sgov.gov")},
        Partition{whole(u"eu-isoe-\\w+-\\d+"), QLatin1StringView("cloud.adc-e.uk")},
        Partition{whole(u"us-isof-\\w+-\\d+"), QLatin1StringView("csp.hci.ic.gov")},
    };
    const QString name = region.toString();
    for (const Partition &partition : partitions) {
        if (partition.regions.match(name).hasMatch())
            return partition.suffix;
    }
    return partitions.front().suffix;
}

QUrl issuerOf(QStringView host, QStringView userPoolId)
{
    QUrl url = endpointFor(host, regionOfPoolId(userPoolId));
    if (!url.isEmpty())
        url.setPath(u'/' + userPoolId.toString());
    return url;
}

} // namespace

QUrl endpointFor(QStringView serviceId, QStringView region)
{
    if (!isHostLabel(serviceId) || !isHostLabel(region))
        return {};
    QUrl url;
    url.setScheme(QStringLiteral("https"));
    url.setHost(QStringLiteral("%1.%2.%3").arg(serviceId, region, suffixOf(region)));
    return url;
}

QUrl keySetUrl(const QUrl &endpoint, QStringView userPoolId)
{
    // It is shown and logged.
    QUrl url = endpoint.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    url.setPath(QStringLiteral("/%1/.well-known/jwks.json").arg(userPoolId));
    return url;
}

QUrl issuerFor(QStringView userPoolId)
{
    return issuerOf(u"cognito-idp", userPoolId);
}

QStringList issuersFor(QStringView userPoolId)
{
    const QUrl usual = issuerFor(userPoolId);
    if (usual.isEmpty())
        return {};
    return {usual.toString(), issuerOf(u"issuer-cognito-idp", userPoolId).toString()};
}

QString regionOfPoolId(QStringView userPoolId)
{
    static const QRegularExpression form = whole(u"[\\w-]+_[0-9a-zA-Z]+");
    if (userPoolId.size() > 55 || !form.match(userPoolId.toString()).hasMatch())
        return {};
    const QString region = userPoolId.first(userPoolId.lastIndexOf(u'_')).toString();
    return isHostLabel(region) ? region : QString();
}

bool regionMatchesPoolId(QStringView region, QStringView userPoolId)
{
    const QString ofPool = regionOfPoolId(userPoolId);
    return region.isEmpty() || ofPool.isEmpty() || ofPool == region;
}

} // namespace poolscope::transport
