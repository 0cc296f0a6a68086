#pragma once

#include <QDialog>

namespace poolscope::ui {

class AboutDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent = nullptr);
};

} // namespace poolscope::ui
