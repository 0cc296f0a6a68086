#include "ui/sandbox/connectdialog.h"
#include "ui/shotscreens.h"

#include <QComboBox>

namespace poolscope::ui {

void addShots_connectapp(ShotList &list)
{
    for (const char *kind : {"amplify", "js", "cli"}) {
        list.add({QStringLiteral("connectapp-") + QLatin1StringView(kind), QSize(760, 620),
                  [kind](auto &keep) -> std::unique_ptr<QWidget> {
                      auto bench = std::make_shared<ScreenBench>(ScreenBench::Service::Sandbox);
                      keep.push_back(bench);
                      auto dialog =
                          std::make_unique<ConnectDialog>(bench->workspace(), bench->sandbox().endpoint().toString());
                      dialog->setAttribute(Qt::WA_DeleteOnClose, false);
                      auto *box = part<QComboBox>(dialog.get(), QStringLiteral("connect.kind"));
                      box->setCurrentIndex(box->findData(QString::fromLatin1(kind)));
                      must(box->currentIndex() >= 0, "There is no such program.");
                      return dialog;
                  }});
    }
}

} // namespace poolscope::ui
