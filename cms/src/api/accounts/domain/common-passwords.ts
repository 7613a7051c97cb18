/**
 * What people take first, in lower case and with lookalikes undone (`passw0rd` is `password`), from the tops of
 * published lists. Words that become long enough with digits behind them stand here without the digits.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `password passwort passworda parol parolparol пароль парольпароль qwerty qwertyuiop qwertyasdf йцукен йцукенгшщз
  asdfghjkl zxcvbnm iloveyou ilovegod letmein letmeinplease welcome welcomehome admin administrator adminadmin
  monkey dragon sunshine princess football baseball basketball superman batman spiderman starwars pokemon
  computer internet samsung iphone google facebook vkontakte instagram whatsapp telegram microsoft windows
  michelle jennifer jessica charlie michael daniel jordan hunter buster ashley nicole andrew alexander
  alexandr aleksandr alexandra natasha svetlana ekaterina anastasia dmitry vladimir nikolai sergey marina
  любовь люблютебя солнышко красотка наташа светлана максим андрей александр анастасия екатерина марина
  россия москва петербург санктпетербург спартак зенит russia moskva moscow petersburg saintpetersburg
  spartak zenitchampion changeme changemenow default guestguest testtest testpassword mypassword yourpassword
  secret topsecret supersecret master killer shadow trustnoone freedom whatever nothing forever loveyou
  lovelove mylove babygirl butterfly chocolate cheese flower summer winter autumn spring december november
  october september january february august abcdefghij abcdefg qazwsx qazwsxedc wsxedc asdasd asdasdasd
  qweqwe qweqweqwe qweasd qweasdzxc qweasdzxc zxczxc zxcvbn aaaaaaaaaa woaini woainima woaini1314
  gangway gangwaytickets correcthorsebatterystaple correct-horse-battery-staple`.split(/\s+/),
);
